import type { ChatEvent } from './events.ts';

/** Somebody's turn as it was: `speech` is its place in the programme. */
export type TurnTaken = { personId: string; speech: number | null; from: string; until: string };
export type Course = {
	openedAt: string;
	openedSeq: number;
	closedAt: string;
	/** Who opened it, and who ended it if that was somebody else. */
	ledBy: string[];
	turns: TurnTaken[];
};

/** How a conference went, by the events of its room; null for one that was not held to its end. */
export function courseOf(events: readonly ChatEvent[]): Course | null {
	const opened = events.find(({ type }) => type === 'conference.opened');
	const closed = events.find(({ type }) => type === 'conference.closed');
	if (!opened || !closed) return null;

	const turns = events.flatMap((event, n): TurnTaken[] => {
		if (event.type !== 'floor.given') return [];
		const { personId, speech, at: from } = event;
		const end = events.slice(n + 1).find((later) => ends(later, personId));
		return [{ personId, speech, from, until: (end ?? closed).at }];
	});
	const ledBy = [...new Set([opened.author.id, closed.author.id])];
	return { openedAt: opened.at, openedSeq: opened.seq, closedAt: closed.at, ledBy, turns };
}

function ends(event: ChatEvent, personId: string): boolean {
	if (event.type === 'member.left') return event.member.id === personId;
	return ['floor.given', 'floor.returned', 'conference.closed'].includes(event.type);
}
