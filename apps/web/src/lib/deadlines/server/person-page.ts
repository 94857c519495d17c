import { extendDeadline, getPersonDeadlines } from '@stazhirovka/contract/deadlines';
import type { RequestEvent } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import { textOf } from '#lib/server/form-text.ts';

type OnPerson = RequestEvent<{ enrolment: string }>;

/** The same page for the intern, the tutor and the leader: what each may do is told by the deadlines themselves. */
export async function loadPersonDeadlines({ locals, params }: Pick<OnPerson, 'locals' | 'params'>) {
	return { own: orError(await locals.call(getPersonDeadlines, { params: { id: params.enrolment } })) };
}

export async function extend({ locals, params, request }: OnPerson) {
	const data = await request.formData();
	const typed = { step: textOf(data, 'step'), until: textOf(data, 'until'), reason: textOf(data, 'reason') };
	const answer = await locals.call(extendDeadline, { params: { id: params.enrolment }, body: typed });
	if (!answer.ok) return orFail(answer.refusal, { typed, extended: undefined });
	return { extended: true, typed: undefined, problem: undefined, details: undefined };
}
