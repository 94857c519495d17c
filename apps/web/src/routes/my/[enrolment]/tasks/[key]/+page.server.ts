import { saveForm } from '@stazhirovka/contract/forms';
import { getTask, sendTask } from '@stazhirovka/contract/tasks';
import type { RequestEvent } from '@sveltejs/kit';
import { toSheet } from '#lib/cards/sheet.ts';
import { sheetActions } from '#lib/forms/server/sheet-actions.ts';
import { orError } from '#lib/server/answer.ts';
import { filesOfVersions } from '#lib/server/files-of-versions.ts';

type OnTask = RequestEvent<{ enrolment: string; key: string }>;

export async function load({ locals, params }) {
	const task = orError(await ask({ locals, params }));
	const sheet = toSheet(task.sheet);
	const answers = [sheet.answer, ...task.versions.map(({ answer }) => answer)];

	return { task, sheet, files: await filesOfVersions(locals.call, sheet.definition, answers) };
}

export const actions = sheetActions<OnTask>({
	sheet: async (event) => {
		const told = await ask(event);
		return told.ok ? { ok: true, value: told.value.sheet } : told;
	},
	save: ({ locals, params: { enrolment: id, key } }, body) =>
		locals.call(saveForm, { params: { id, key: `task:${key}` }, querystring: {}, body }),
	submit: ({ locals, params: { enrolment: id, key } }, body, confirmedPrivacy) =>
		locals.call(sendTask, { params: { id, key }, body: { ...body, confirmedPrivacy } })
});

function ask({ locals, params: { enrolment: id, key } }: Pick<OnTask, 'locals' | 'params'>) {
	return locals.call(getTask, { params: { id, key } });
}
