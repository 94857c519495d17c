import { dayAfter } from '../calendar/index.ts';

/** What somebody does in a council. */
export const COUNCIL_ROLES = ['chair', 'deputy', 'secretary', 'member'] as const;
export type CouncilRole = (typeof COUNCIL_ROLES)[number];

/** A person in a council from a day; `lastDay` is null while it lasts. */
export type CouncilMember = { personId: string; role: CouncilRole; from: string; lastDay: string | null };

export type CompositionFault = {
	code: `council.${'no_members' | 'chair_missing' | 'two_chairs' | 'two_deputies' | 'two_secretaries' | 'person_twice' | 'days_backwards'}`;
	field: 'members';
};

/** Who sits in the council on a day, the one who presides first. */
export function membersOn<M extends CouncilMember>(members: readonly M[], day: string): M[] {
	return members
		.filter(({ from, lastDay }) => from <= day && (lastDay === null || day <= lastDay))
		.toSorted((a, b) => COUNCIL_ROLES.indexOf(a.role) - COUNCIL_ROLES.indexOf(b.role));
}

/** Everything that is wrong with a council as an act composes it on a day (R27): one chair, nobody twice. */
export function compositionFaults(members: readonly CouncilMember[], day: string): CompositionFault[] {
	const sitting = membersOn(members, day);
	const count = (role: CouncilRole) => sitting.filter((member) => member.role === role).length;
	const people = new Set(sitting.map(({ personId }) => personId));
	const backwards = members.some(({ from, lastDay }) => lastDay !== null && lastDay < from);
	return [
		...fault(sitting.length === 0, 'no_members'),
		...fault(sitting.length > 0 && count('chair') === 0, 'chair_missing'),
		...fault(count('chair') > 1, 'two_chairs'),
		...fault(count('deputy') > 1, 'two_deputies'),
		...fault(count('secretary') > 1, 'two_secretaries'),
		...fault(people.size < sitting.length, 'person_twice'),
		...fault(backwards, 'days_backwards')
	];
}

/**
 * What would be wrong with a council from the day after somebody's last one: somebody must preside, the chair or, until
 * an act names another one, the deputy.
 */
export function departureFaults(members: readonly CouncilMember[], lastDay: string): CompositionFault[] {
	const next = dayAfter(lastDay);
	const led = presiding(membersOn(members, next), () => true) !== null;
	return compositionFaults(members, next).filter(({ code }) => !(led && code === 'council.chair_missing'));
}

/** The chair; where the chair may not act, the deputy. Null when neither can. */
export function presiding(
	members: readonly Pick<CouncilMember, 'personId' | 'role'>[],
	mayAct: (personId: string) => boolean
): string | null {
	const heads = (['chair', 'deputy'] as const).flatMap((role) =>
		members.filter((member) => member.role === role)
	);
	return heads.find(({ personId }) => mayAct(personId))?.personId ?? null;
}

function fault(is: boolean, code: string): CompositionFault[] {
	return is ? [{ code: `council.${code}` as CompositionFault['code'], field: 'members' }] : [];
}
