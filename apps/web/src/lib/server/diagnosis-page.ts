import {
	beginDiagnosis,
	finishDiagnosis,
	getDiagnosis,
	type Diagnosis
} from '@stazhirovka/contract/diagnostics';
import { getForm, saveForm } from '@stazhirovka/contract/forms';
import type { DiagnosisStage } from '@stazhirovka/domain/diagnostics';
import { ok } from '@stazhirovka/domain/result';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, orFail } from '#lib/server/answer.ts';

type OnDiagnosis = RequestEvent<{ enrolment: string }>;
type Reader = Pick<OnDiagnosis, 'locals' | 'params'>;

/** The attempt that is being written, or what came of those before with the answers of the one that counts. */
export async function loadDiagnosis(event: Reader, stage: DiagnosisStage) {
	const diagnosis = await ask(event, stage);
	const { sheet } = diagnosis.current ?? {};
	const shown = diagnosis.current ? undefined : shownOf(diagnosis);
	return {
		diagnosis,
		sheet: sheet ? toSheet(sheet) : null,
		answers: shown ? toSheet(orError(await answersAt(event, shown.occasion))) : null
	};
}

/** The same actions for the start and for the end: the attempt is the one that is open now. */
export function diagnosisActions(stage: DiagnosisStage, after: (enrolment: string) => string) {
	const sheet = sheetActions<OnDiagnosis>({
		sheet: async (event) => ok((await open(event, stage)).sheet),
		save: async (event, body) => {
			const { occasion } = await open(event, stage);
			const params = { id: event.params.enrolment, key: 'diagnostic' };
			return event.locals.call(saveForm, { params, querystring: { occasion }, body });
		},
		submit: async (event, draft) => {
			const { occasion } = await open(event, stage);
			const body = { ...draft, occasion };
			return event.locals.call(finishDiagnosis, { params: { id: event.params.enrolment }, body });
		},
		asksUnanswered: true,
		after: ({ params }) => after(params.enrolment)
	});

	return {
		...sheet,
		async begin({ locals, params, url }: OnDiagnosis) {
			const answer = await locals.call(beginDiagnosis, { params: { id: params.enrolment }, body: { stage } });
			if (!answer.ok) return orFail(answer.refusal);
			redirect(303, url.pathname);
		}
	};
}

/** Whoever sends after the end of the time comes back to the page, which says what counts. */
async function open(event: OnDiagnosis, stage: DiagnosisStage) {
	const { current } = await ask(event, stage);
	if (!current?.sheet) redirect(303, event.url.pathname);
	return { occasion: current.occasion, sheet: current.sheet };
}

async function ask({ locals, params }: Reader, stage: DiagnosisStage) {
	return orError(
		await locals.call(getDiagnosis, { params: { id: params.enrolment }, querystring: { stage } })
	);
}

function shownOf({ attempts }: Diagnosis) {
	return attempts.find(({ counts }) => counts) ?? attempts.at(-1);
}

function answersAt({ locals, params }: Reader, occasion: string) {
	const address = { id: params.enrolment, key: 'diagnostic' };
	return locals.call(getForm, { params: address, querystring: { occasion } });
}
