import type { ChatEvent, Conference } from './index.ts';

const STAGE: Partial<Record<ChatEvent['type'], Conference['stage']>> = {
	'conference.opened': 'speeches',
	'questions.opened': 'questions',
	'conference.closed': 'closed',
	'conference.cancelled': 'cancelled'
};

/** A conference by questions to the whole log, each fact by itself. */
export function conferenceOf(log: readonly ChatEvent[]): Conference | null {
	const since = log.findIndex(({ type }) => type === 'conference.arranged');
	const arranged = log.findLast((one) => one.type === 'conference.arranged');
	if (!arranged) return null;

	const turns = log.slice(since);
	const { startsAt, minutes, programme } = arranged;
	const stages = turns.flatMap((one) =>
		one.type === 'floor.given' && one.speech !== null ? 'speeches' : (STAGE[one.type] ?? [])
	);
	const speeches = turns.flatMap((one) =>
		one.type === 'floor.given' && one.speech !== null ? [one.speech] : []
	);
	const given = turns.findLast((one) => one.type === 'floor.given');
	const ended = given && turns.some((one) => one.seq > given.seq && endsTurn(one, given.personId));
	const asked = turns.filter(
		(one, n) =>
			one.type === 'floor.asked' && !turns.slice(n + 1).some((later) => takesDown(later, one.author.id))
	);

	return {
		stage: stages.at(-1) ?? 'waiting',
		...{ startsAt, minutes, programme },
		heard: speeches.filter((speech, n) => !speeches.slice(n + 1).includes(speech)),
		floor: given && !ended ? { personId: given.personId, speech: given.speech, since: given.at } : null,
		hands: asked.map(({ author }) => author.id)
	};
}

function endsTurn(event: ChatEvent, personId: string): boolean {
	if (event.type === 'member.left') return event.member.id === personId;
	return ['floor.returned', 'conference.closed', 'conference.cancelled'].includes(event.type);
}

function takesDown(event: ChatEvent, personId: string): boolean {
	if (event.type === 'member.left') return event.member.id === personId;
	if (event.type === 'floor.given') return event.personId === personId;
	if (event.type === 'floor.asked' || event.type === 'floor.waived') return event.author.id === personId;
	return event.type === 'conference.closed' || event.type === 'conference.cancelled';
}
