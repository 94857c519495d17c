import {
	changeExecution,
	changeRow,
	correctRow,
	removeRow,
	reportEvent,
	withdrawExecution
} from '@stazhirovka/contract/plans';
import type { CallRefusal } from '@stazhirovka/contract/client';
import type { Result } from '@stazhirovka/domain/result';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { orFail } from '#lib/server/answer.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';
import { sendTyped } from '#lib/server/send-typed.ts';
import { reportOf, rowOf } from './row-fields.ts';

type OnRow = RequestEvent<{ id: string; row: string }>;

const NOTHING = { typed: undefined, reported: undefined, corrected: undefined, done: undefined };

/** What may be done with one row of a plan. */
export const rowActions = {
	async change({ locals, params, request }: OnRow) {
		const data = await request.formData();
		const typed = rowOf(data);
		const body = { revision: revisionOf(data), row: typed };
		const answer = await locals.call(changeRow, { params: { id: params.row }, body });
		return answer.ok ? done('row') : orFail(answer.refusal, { ...NOTHING, typed });
	},

	async remove({ locals, params, request }: OnRow) {
		const data = await request.formData();
		const body = { revision: revisionOf(data) };
		const answer = await locals.call(removeRow, { params: { id: params.row }, body });
		if (!answer.ok) return orFail(answer.refusal, NOTHING);
		redirect(303, `/leader/sites/${params.id}/plan?plan=${textOf(data, 'plan')}&removed`);
	},

	async correct({ locals, params, request }: OnRow) {
		const data = await request.formData();
		const kind = textOf(data, 'kind') === 'cancelled' ? ('cancelled' as const) : ('moved' as const);
		const corrected = {
			reason: textOf(data, 'reason'),
			from: textOrNull(data, 'from'),
			lastDay: textOrNull(data, 'lastDay')
		};
		const body = { revision: revisionOf(data), kind, ...corrected };
		const answer = await locals.call(correctRow, { params: { id: params.row }, body });
		return answer.ok ? done('corrected') : orFail(answer.refusal, { ...NOTHING, corrected });
	},

	async report({ locals, params, request }: OnRow) {
		const data = await request.formData();
		const execution = textOrNull(data, 'execution');
		const reported = { ...reportOf(data), execution };
		const kept = data.getAll('kept').map(String);
		const file = data.get('file');
		const sent =
			file instanceof File && file.size ? await locals.sendFile(file, { siteId: params.id }) : null;
		if (sent && !sent.ok) return orFail(sent.refusal, { ...NOTHING, reported });

		const { execution: _, ...said } = reported;
		const body = { ...said, fileIds: [...kept, ...(sent ? [sent.value.id] : [])] };
		const answer = execution
			? await sendTyped(locals.call, changeExecution, {
					params: { id: execution },
					body: { ...body, revision: revisionOf(data) }
				})
			: await sendTyped(locals.call, reportEvent, { params: { id: params.row }, body });
		return told(answer, { ...NOTHING, reported });
	},

	async withdraw({ locals, request }: OnRow) {
		const data = await request.formData();
		const params = { id: textOf(data, 'execution') };
		const answer = await locals.call(withdrawExecution, { params, body: { revision: revisionOf(data) } });
		return told(answer, NOTHING);
	}
};

function told<Kept extends Record<string, unknown>>(answer: Result<unknown, CallRefusal>, kept: Kept) {
	return answer.ok ? done('reported') : orFail(answer.refusal, kept);
}

function revisionOf(data: FormData): number {
	return Number(textOf(data, 'revision'));
}

function done(what: string) {
	return { ...NOTHING, done: what, problem: undefined, details: undefined };
}
