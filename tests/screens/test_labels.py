"""Labels of one's own: seen in the rows, found, marked by, and kept."""

from pathlib import Path

from tests.recruiter import Recruiter


async def test_a_label_is_put_on_found_and_taken_off(tmp_path: Path) -> None:
    async with Recruiter(home=tmp_path, columns=80, rows=24) as anna:
        first = anna.selected_id
        await anna.press("#")
        assert anna.sees("Меток пока нет")
        await anna.write("резерв")
        assert anna.sees("Новая метка «резерв»")
        await anna.press("enter")
        assert anna.sees("#резерв")
        assert "Метка «резерв» поставлена: 1 человек." in anna.status
        await anna.press("/", *"#резерв")
        assert anna.ids == [first]
        await anna.press("escape", "escape", "+")
        await anna.write("метка = резерв")
        assert anna.sees("Сработает на 1 из")
        await anna.press("enter")
        assert list(anna.marked) == [first]
        assert anna.writes == []
    async with anna.again(tmp_path) as anna:
        assert anna.sees("#резерв")
        await anna.press("x", "x", "#")
        assert anna.sees("Метка: 2", "резерв")
        await anna.press("enter")
        assert sum("#резерв" in line for line in anna.lines) == 2
        await anna.press("#")
        assert anna.sees("снять")
        await anna.press("enter")
        assert not anna.sees("#резерв")
