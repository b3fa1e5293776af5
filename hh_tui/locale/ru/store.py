"""Что хранится на диске."""

from hh_tui.locale import Entry

TEXTS: dict[str, Entry] = {
    "error.cache_off": "Прочитанное не сохраняется до следующего запуска: {why}.",
    "error.cache_off.hint": "Работать можно. Проверьте место на диске и права: hh-tui doctor.",
    "error.cache_off.title": "Кэш отключён",
    "error.not_kept": "Не получается записать на диск, поэтому ничего не отправлено: {why}.",
    "error.not_kept.hint": "Освободите место или проверьте права (hh-tui doctor) и повторите. Без диска: hh-tui --no-cache.",
    "error.not_kept.title": "Диск недоступен",
    "error.second_instance": "С этим профилем уже открыт другой hh-tui.",
    "error.second_instance.hint": "Решайте в том окне или закройте его.",
    "error.second_instance.title": "Открыт другой hh-tui",
    "error.still_kept": "Не отправлено: решений и писем — {writes}, черновиков — {drafts}.",
    "error.still_kept.hint": "Отправьте или отмените их в hh-tui, или удалите безвозвратно: --force.",
    "error.still_kept.title": "Отправлено не всё",
    "error.store_damaged": (
        "Файл с решениями повреждён; спасена {n} запись.",
        "Файл с решениями повреждён; спасены {n} записи.",
        "Файл с решениями повреждён; спасено {n} записей.",
    ),
    "error.store_damaged.hint": "Сверьтесь со списком. Повреждённый файл пока сохранён: {path}.",
    "error.store_damaged.title": "Файл повреждён",
    "error.store_newer": (
        "Файл с решениями создан более новым hh-tui; перенесена {n} запись.",
        "Файл с решениями создан более новым hh-tui; перенесены {n} записи.",
        "Файл с решениями создан более новым hh-tui; перенесено {n} записей.",
    ),
    "error.store_newer.hint": "Обновите hh-tui. Новый файл пока сохранён: {path}.",
    "error.store_newer.title": "Файл новой версии",
}
