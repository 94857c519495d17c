import { COUNCIL_ROLES } from '@stazhirovka/domain/councils';
import { sentNumber } from '#lib/server/form-number.ts';
import type { TypedCriterion, TypedMember } from '../typed.ts';

/** Rows in which somebody is named, in their order: places of faults are counted in them. */
export function typedMembers(data: FormData): TypedMember[] {
	const emails = data.getAll('email').map(String);
	const roles = data.getAll('role').map(String);
	const chosen = data.getAll('person').map(String);
	return emails
		.map((email, place) => ({
			personId: chosen[place] ?? '',
			email: email.trim(),
			role: COUNCIL_ROLES.find((role) => role === roles[place]) ?? 'member'
		}))
		.filter(({ personId, email }) => personId !== '' || email !== '');
}

export function whoOf({ personId, email }: Pick<TypedMember, 'personId' | 'email'>) {
	return personId ? { personId } : { email };
}

/** Rows of criteria with a title or levels. */
export function typedCriteria(data: FormData): TypedCriterion[] {
	const all = (name: string) => data.getAll(name).map(String);
	const [keys, titles, weights, levels] = [all('key'), all('title'), all('weight'), all('levels')];
	return titles
		.map((title, place) => ({
			key: keys[place] ?? '',
			title: title.trim(),
			weight: weights[place] ?? '',
			levels: levels[place] ?? ''
		}))
		.filter(({ title, levels }) => title !== '' || levels.trim() !== '');
}

/** A criterion keeps its key for ever; a new one gets the next that is free. */
export function criteriaOf(typed: TypedCriterion[]) {
	const taken = new Set(typed.map(({ key }) => key).filter(Boolean));
	let next = 0;
	const free = () => {
		do next += 1;
		while (taken.has(`c${next}`));
		return `c${next}`;
	};
	return typed.map(({ key, title, weight, levels }) => ({
		key: key || free(),
		title,
		weight: sentNumber(weight),
		levels: levels
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean)
	}));
}
