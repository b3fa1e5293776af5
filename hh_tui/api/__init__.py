"""hh.ru over HTTP: the employer's operations as typed methods. Knows neither the inbox nor a screen."""
