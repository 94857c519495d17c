import type { CallRefusal } from '@stazhirovka/contract/client';
import type { FormSheet } from '@stazhirovka/contract/forms';
import {
	unanswered,
	validate,
	type Answer,
	type Fault,
	type FormDefinition
} from '@stazhirovka/domain/forms';
import type { Result } from '@stazhirovka/domain/result';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { orError, orFail } from '#lib/server/answer.ts';
import type { FilePlace } from '#lib/server/line.ts';
import { storable } from '../answers.ts';
import { applyChange, readChange } from '../changes.ts';
import { here } from '../here.ts';
import { placeOf } from '../names.ts';
import { readForm } from './read-form.ts';
import { receiveFiles } from './receive-files.ts';

type Draft = { revision: number; answer: FormSheet['answer'] };
type Told<T> = Promise<Result<T, CallRefusal>>;

type Parts<E extends RequestEvent> = {
	sheet: (event: E) => Told<Pick<FormSheet, 'definition'>>;
	/** `confirmed`: the person has looked at the fragments that resemble a pupil's name or diagnosis. */
	save: (event: E, draft: Draft, confirmed: boolean) => Told<{ revision: number }>;
	submit: (event: E, draft: Draft, confirmed: boolean) => Told<unknown>;
	/** Before handing in the person is asked once about what is unanswered. */
	asksUnanswered?: boolean;
	/** Where files belong that come with the form itself, without scripts. */
	place?: (event: E) => FilePlace;
	/** Where to go after handing in; the same page by default. */
	after?: (event: E) => string;
};

/** The two actions behind <FormSheet>, for people without scripts and for handing in: `save` and `submit`. */
export function sheetActions<E extends RequestEvent>(parts: Parts<E>) {
	return {
		async save(event: E) {
			const { definition, revision, change, answer, confirmed, fileRefused } = await posted(parts, event);
			const draft = storable(definition, answer);
			const kept = { revision, answer: draft.answer as Draft['answer'] };
			const told = await parts.save(event, kept, confirmed);

			if (!told.ok) return refused(told.refusal, answer, revision);
			const saved = { answer, revision: told.value.revision };
			if (fileRefused)
				return fail(422, { problem: fileRefused.code, details: fileRefused.details, ...saved });
			if (draft.faults.length) return fail(422, { ...faulty(draft.faults), ...saved });
			redirect(303, here(event.url) + (change ? `#${placeOf(change.key)}` : ''));
		},

		async submit(event: E) {
			const { definition, revision, answer, confirmed, left, fileRefused } = await posted(parts, event);
			const faults = validate(definition, answer, 'final');
			const draft = { revision, answer: storable(definition, answer).answer as Draft['answer'] };
			const lacking = parts.asksUnanswered ? unanswered(definition, answer).length : 0;

			if (faults.length || fileRefused || lacking > left) {
				const told = await parts.save(event, draft, confirmed);
				const saved = { answer, revision: told.ok ? told.value.revision : revision };
				if (fileRefused || faults.length)
					return fail(422, {
						...faulty(faults),
						...(fileRefused && { problem: fileRefused.code }),
						...saved
					});
				return fail(422, { problem: 'form.unanswered', details: { unanswered: lacking }, ...saved });
			}

			const told = await parts.submit(event, draft, confirmed);
			if (!told.ok) return refused(told.refusal, answer, revision);
			redirect(303, parts.after?.(event) ?? here(event.url));
		}
	};
}

async function posted<E extends RequestEvent>(parts: Parts<E>, event: E) {
	const definition = orError(await parts.sheet(event)).definition as FormDefinition;
	const form = await event.request.formData();
	const change = readChange(form.get('change'));
	const typed = readForm(definition, form);
	const { sendFile } = event.locals;
	const received = await receiveFiles(definition, form, typed, sendFile, parts.place?.(event) ?? {});

	return {
		definition,
		change,
		answer: change ? applyChange(definition, received.answer, change) : received.answer,
		revision: numberIn(form, 'revision'),
		/** How many questions the person has agreed to leave unanswered. */
		left: numberIn(form, 'unanswered'),
		confirmed: form.get('confirmed') === 'yes',
		fileRefused: received.refused
	};
}

function numberIn(form: FormData, name: string): number {
	return Math.max(0, Math.trunc(Number(form.get(name)))) || 0;
}

/** Somebody else's version came first: mine stays on the screen and will be saved on top of theirs if I say so. */
function refused(refusal: CallRefusal, answer: Answer, revision: number) {
	const stored = refusal.problem.details?.revision;
	return orFail(refusal, { answer, revision: typeof stored === 'number' ? stored : revision });
}

function faulty(faults: Fault[]) {
	return { problem: 'form.faulty', details: { faults } as Record<string, unknown> };
}
