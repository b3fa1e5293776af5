"""Which servers are believed to be who they say."""

import ssl

import httpx


def trusted_servers(*, encrypted: bool) -> ssl.SSLContext:
    """Those with a known certificate, once for the network and for each proxy: all known ones take three
    megabytes. What is not `encrypted` needs none: nobody is believed there.
    """
    return httpx.create_ssl_context() if encrypted else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
