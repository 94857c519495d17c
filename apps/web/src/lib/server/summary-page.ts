import {
	askExport,
	getSummaryChoices,
	getSummaryTable,
	SummaryDefinition,
	type SummaryDefinition as Defined
} from '@stazhirovka/contract/summaries';
import { EXPORT_FORMATS } from '@stazhirovka/domain/summaries';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { periodOptions } from '#lib/summaries/periods.ts';
import { orError, orFail } from './answer.ts';
import { textOf } from './form-text.ts';
import { todayIn } from './today.ts';

/** What a page with the form of a summary needs; a choice that cannot be counted comes with its faults, not a table. */
export async function builderPage({ locals }: Pick<RequestEvent, 'locals'>, definition: Defined) {
	const [choices, answer] = await Promise.all([
		locals.call(getSummaryChoices, {}),
		locals.call(getSummaryTable, { querystring: { definition: JSON.stringify(definition) } })
	]);
	const isFaulty = !answer.ok && answer.refusal.status === 422;
	return {
		definition,
		choices: orError(choices),
		periods: periodOptions(todayIn()),
		table: isFaulty ? null : orError(answer),
		refused: isFaulty ? { problem: answer.refusal.code, details: answer.refusal.problem.details } : null
	};
}

/** The definition that a form carries along. */
export function carriedDefinition(data: FormData): Defined {
	return carried(textOf(data, 'definition'));
}

/** The same out of an address. */
export function carried(written: string): Defined {
	const read = SummaryDefinition.safeParse(parsed(written));
	return read.success ? read.data : error(422, 'summary.unreadable', { code: 'summary.unreadable' });
}

function parsed(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return null;
	}
}

/** Has the file made and leads to where it is waited for. */
export async function exportAction({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>) {
	const data = await request.formData();
	const format = EXPORT_FORMATS.find((one) => one === textOf(data, 'format')) ?? 'xlsx';
	const body = { title: textOf(data, 'title'), definition: carriedDefinition(data), format };
	const answer = await locals.call(askExport, { body });
	if (!answer.ok) return orFail(answer.refusal, {});
	return redirect(303, `/summaries/files/${answer.value.id}`);
}
