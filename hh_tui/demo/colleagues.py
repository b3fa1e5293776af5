"""What colleagues do meanwhile: they move negotiations and write letters."""

from hh_tui.demo import moves
from hh_tui.demo.company import Manager
from hh_tui.demo.world import World


def colleague_moves(world: World, nid: str, action_id: str) -> None:
    """Let a colleague perform an action without a letter."""
    with world.lock:
        topic = world.topic(nid)
        moves.perform(world, topic, moves.chosen(topic, action_id), moves.Wish())


def colleague_writes(world: World, nid: str, who: Manager, text: str) -> None:
    """Let a colleague write into the thread, and so take part in its chat."""
    with world.lock:
        chat = world.chats.of(world.topic(nid))
        chat.by[world.write(chat.topic, text).id] = who
        if who not in chat.participants:
            chat.participants.append(who)
