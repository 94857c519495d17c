import type { SubmitFunction } from '$app/forms';
import type { Answer, Fault } from '@stazhirovka/domain/forms';
import { loadWords } from '#lib/problems.ts';
import { arrive } from './arrive.ts';
import type { FormSheetController } from './form-sheet.svelte.ts';
import type { PlacedWarning } from './privacy.ts';

/** What a refused action gives back to the page. */
export type Refused = {
	problem?: string;
	details?: Record<string, unknown>;
	answer?: Answer;
	revision?: number;
};

export type Desk = {
	sheet: FormSheetController;
	isConfirmed: () => boolean;
	started: () => void;
	ended: () => void;
	faulty: () => void;
	/** Whether it may be handed in with what is unanswered: asks the person if that is not said yet. */
	mayLeave: () => boolean;
	privacy: (warnings: PlacedWarning[]) => void;
	refused: (code: string, details?: Record<string, unknown>) => void;
};

/**
 * Handing in with scripts: everything that can be said at once is said here, and the service judges again.
 * Without scripts the same form is posted as it is.
 */
export function handIn(desk: Desk): SubmitFunction {
	const { sheet } = desk;

	return async ({ action, formElement, submitter, formData, cancel }) => {
		await sheet.autosave.flush();
		if (!action.search.includes('/submit') || sheet.autosave.rival || !(await isReady(desk))) {
			cancel();
			return;
		}

		readAgain(formData, new FormData(formElement, submitter));
		formData.set('revision', String(sheet.autosave.revision));
		desk.started();
		return async ({ result, update }) => {
			desk.ended();
			if (result.type === 'failure') {
				await loadWords();
				return hear(desk, result.data ?? {});
			}
			if (result.type === 'error') return desk.refused('service.unavailable');

			sheet.done();
			await update({ reset: false });
			await arrive();
		};
	};
}

/** Who went on typing while the draft was being stored hands in what is on the screen now. */
function readAgain(formData: FormData, now: FormData): void {
	for (const name of [...formData.keys()]) formData.delete(name);
	for (const [name, value] of now) formData.append(name, value);
}

async function isReady(desk: Desk): Promise<boolean> {
	if (!desk.sheet.check()) {
		desk.faulty();
		return false;
	}
	if (!desk.mayLeave()) return false;
	if (desk.isConfirmed()) return true;

	// Without a connection there is nothing to look with: the service looks in any case.
	const privacy = await import('./privacy.ts').catch(() => null);
	const warnings = privacy?.warningsIn(desk.sheet.definition, desk.sheet.answer) ?? [];
	if (warnings.length) desk.privacy(warnings);
	return warnings.length === 0;
}

function hear(desk: Desk, { problem = '', details = {}, revision }: Refused) {
	if (problem === 'form.changed_elsewhere') {
		return desk.sheet.hear({ revision: Number(details.revision), answer: details.answer as Answer });
	}
	if (revision !== undefined) desk.sheet.autosave.advance(revision);
	if (problem === 'form.unanswered') return void desk.mayLeave();
	if (details.faults) {
		desk.sheet.refuse(details.faults as Fault[]);
		return desk.faulty();
	}
	if (details.warnings) return desk.privacy(details.warnings as PlacedWarning[]);
	desk.refused(problem, details);
}
