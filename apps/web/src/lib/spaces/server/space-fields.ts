import { ADMISSIONS, SPACE_KINDS, type Admission, type SpaceKind } from '@stazhirovka/domain/chat';
import { numberOf } from '#lib/server/form-number.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

export type Typed = ReturnType<typeof spaceOf>;

export function kindIn(word: string | null): SpaceKind {
	return SPACE_KINDS.find((kind) => kind === word) ?? 'association';
}

/** What `SpaceForm` sends. */
export function spaceOf(data: FormData) {
	const kind = kindIn(textOf(data, 'kind'));
	const admits: Admission = ADMISSIONS.find((one) => one === textOf(data, 'admits')) ?? 'site';
	return {
		...{ kind, admits, title: textOf(data, 'title').trim(), about: textOf(data, 'about').trim() },
		cohortId: textOrNull(data, 'cohortId'),
		moderatorId: textOrNull(data, 'moderatorId'),
		meeting: kind === 'conference' ? meetingOf(data) : null,
		isPublic: data.has('isPublic'),
		planRowId: textOrNull(data, 'planRowId')
	};
}

export function meetingOf(data: FormData) {
	const minutes = numberOf(data, 'minutes');
	return { day: textOf(data, 'day'), time: textOf(data, 'time'), minutes };
}

/** Rows of the programme in their order; an empty row is no speech. */
export function programmeOf(data: FormData) {
	const [people, titles] = [data.getAll('speaker').map(String), data.getAll('speech').map(String)];
	return people.flatMap((personId, n) => {
		const title = (titles[n] ?? '').trim();
		return personId && title ? [{ personId, title }] : [];
	});
}
