"""Звонки: ссылка с QR-кодом, история, расшифровки."""

from hh_tui.i18n import Entry

TEXTS: dict[str, Entry] = {
    "call.no-resume": "Позвонить нельзя: резюме скрыто или удалено.",
    "call.refused": "Ссылок на звонки hh.ru этой учётной записи не даёт. Телефон кандидата — в резюме: {key}.",
    "call.small": "Для QR-кода нужно окно {columns}×{lines}: увеличьте его или откройте ссылку на телефоне.",
    "call.title": "Позвонить: {name}",
    "calls.incoming": "входящий",
    "calls.minutes": "{n} мин",
    "calls.missed": "не поговорили",
    "calls.no-time": "время неизвестно",
    "calls.none": "Звонков через hh.ru не было. Позвонить по ссылке: {key}.",
    "calls.outgoing": "исходящий",
    "calls.refused": "Истории звонков у этой учётной записи на hh.ru нет. Позвонить по ссылке: {key}.",
    "calls.seconds": "{n} с",
    "calls.talked": "поговорили",
    "calls.text": "Расшифровка",
    "calls.text.in_progress": "Расшифровка готовится: обновите позже.",
    "calls.text.not_found": "Расшифровки нет.",
    "calls.text.ready": "Расшифровка есть на hh.ru.",
    "calls.until": "действует до {when}",
    "calls.voicemail": "автоответчик",
    "command.call-link": "позвонить: ссылка и QR-код",
    "command.tab-calls": "звонки",
    "copy.call": "ссылку на звонок",
    "copy.transcript": "ссылку на расшифровку звонка",
    "dossier.none.calls": "Звонков не было.",
    "tab.calls": "Звонки",
    "tab.calls.short": "Зв.",
    "unreadable.calls": (
        "{n} звонок не удалось прочитать.",
        "{n} звонка не удалось прочитать.",
        "{n} звонков не удалось прочитать.",
    ),
}
