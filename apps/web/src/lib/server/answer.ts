import type { CallRefusal } from '@stazhirovka/contract/client';
import type { Result } from '@stazhirovka/domain/result';
import { error, fail, redirect } from '@sveltejs/kit';
import { getRequestEvent } from '$app/server';
import { here } from '#lib/forms/here.ts';

/**
 * For `load`: the value, or the error page with words for the refusal's code.
 * A guest is led to the sign-in page and comes back afterwards.
 */
export function orError<T>(answer: Result<T, CallRefusal>): T {
	if (answer.ok) return answer.value;

	const { status, problem } = answer.refusal;
	if (status === 401) toSignIn();
	return error(status, problem.message, { code: problem.code });
}

/** For `load` of what begins to exist later: null with that refusal, which the page explains; else as `orError`. */
export function orNotYet<T>(answer: Result<T, CallRefusal>, code: string): T | null {
	return !answer.ok && answer.refusal.code === code ? null : orError(answer);
}

/** For actions: what `form` gets when the service refuses. Show it with `explain(form.problem, form.details)`. */
export function orFail<Kept extends Record<string, unknown>>(refusal: CallRefusal, kept?: Kept) {
	const { status, problem } = refusal;
	if (status === 401) toSignIn();
	return fail(status, { ...(kept as Kept), problem: problem.code, details: problem.details });
}

/** Pages of signed-in people begin with this: `const actor = signedIn(locals.actor)`. */
export function signedIn<T>(actor: T | null): T {
	return actor ?? toSignIn();
}

function toSignIn(): never {
	return redirect(303, `/sign-in?back=${encodeURIComponent(here(getRequestEvent().url))}`);
}
