import {
	getApplication,
	getApplicationSheet,
	saveApplicationSheet
} from '@stazhirovka/contract/applications';
import { error, type RequestEvent } from '@sveltejs/kit';
import { sheetAt } from '#lib/applications/words.ts';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError, signedIn } from '#lib/server/answer.ts';

type OnSheet = RequestEvent<{ id: string; sheet: string }>;

export async function load(event) {
	const { locals, params } = event;
	signedIn(locals.actor);
	const [told, application] = await Promise.all([
		ask(event),
		locals.call(getApplication, { params: { id: params.id } })
	]);
	const sheet = toSheet(orError(told));
	return {
		sheet,
		kind: addressOf(event).sheet,
		application: orError(application),
		files: await filesOf(locals.call, sheet.definition, sheet.answer)
	};
}

/** A sheet is not handed in by itself: what is whole is saved and leads back to the application. */
export const actions = sheetActions<OnSheet>({
	sheet: ask,
	save,
	submit: save,
	place: ({ params }) => ({ applicationId: params.id }),
	after: ({ params }) => `/applications/${params.id}`
});

type Draft = Parameters<Parameters<typeof sheetActions<OnSheet>>[0]['save']>[1];

function save(event: OnSheet, body: Draft) {
	return event.locals.call(saveApplicationSheet, { params: addressOf(event), body });
}

function ask(event: Pick<OnSheet, 'locals' | 'params'>) {
	return event.locals.call(getApplicationSheet, { params: addressOf(event) });
}

function addressOf({ params }: Pick<OnSheet, 'params'>) {
	const sheet = sheetAt(params.sheet) ?? error(404, 'route.missing', { code: 'route.missing' });
	return { id: params.id, sheet };
}
