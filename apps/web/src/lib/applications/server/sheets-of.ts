import { getApplicationSheet, type Application } from '@stazhirovka/contract/applications';
import type { Call } from '@stazhirovka/contract/client';
import { toSheet } from '#lib/cards/sheet.ts';
import { filesOf } from '#lib/forms/server/files-of.ts';
import { orError } from '#lib/server/answer.ts';

/** Every sheet of an application with its files, to be read. */
export function sheetsOf(call: Call, { id, sheets }: Pick<Application, 'id' | 'sheets'>) {
	return Promise.all(
		sheets.map(async ({ kind }) => {
			const sheet = toSheet(orError(await call(getApplicationSheet, { params: { id, sheet: kind } })));
			return { kind, sheet, files: await filesOf(call, sheet.definition, sheet.answer) };
		})
	);
}
