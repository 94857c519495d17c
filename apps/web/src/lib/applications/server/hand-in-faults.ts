import { getApplicationSheet, type Application } from '@stazhirovka/contract/applications';
import type { Call, CallRefusal } from '@stazhirovka/contract/client';
import type { Fault, FormDefinition } from '@stazhirovka/domain/forms';
import type { HandInFault } from '@stazhirovka/domain/sites';
import { wordsWithPlace } from '#lib/forms/fault-words.ts';
import { fieldAt } from '#lib/forms/kinds.ts';
import { placeOf } from '#lib/forms/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { placeOfSheet, sheetName } from '../words.ts';

export type FaultLine = { href: string; text: string };
type SheetKind = Application['sheets'][number]['kind'];
type Sheet = { kind: SheetKind; begun: boolean; definition: FormDefinition };

/** What stops an application from being handed in, in words, each leading to its place on its sheet. */
export async function handInFaults(call: Call, id: string, refusal: CallRefusal): Promise<FaultLine[]> {
	const told = refusal.problem.details?.faults;
	const faults = Array.isArray(told) ? (told as HandInFault[]) : [];
	const kinds = [...new Set(faults.flatMap(({ sheet }) => (sheet === 'site' ? [] : [sheet])))];
	const sheets = (await Promise.all(kinds.map((kind) => readSheet(call, id, kind)))).flat();
	return faultLines(`/applications/${id}`, faults, sheets);
}

async function readSheet(call: Call, id: string, kind: SheetKind): Promise<Sheet[]> {
	const answer = await call(getApplicationSheet, { params: { id, sheet: kind } });
	if (!answer.ok) return [];
	const { definition, savedAt } = answer.value;
	return [{ kind, begun: savedAt !== null, definition: definition as FormDefinition }];
}

/** A sheet that nobody has begun is one line: all its fields would bury what else is to be mended. */
export function faultLines(base: string, faults: HandInFault[], sheets: Sheet[]): FaultLine[] {
	const lines = faults.map((fault) => {
		if (fault.sheet === 'site')
			return lineOf(`${base}/site`, m.applications_sheet_site(), m.applications_fault({ code: fault.code }));

		const sheet = sheets.find(({ kind }) => kind === fault.sheet);
		const page = `${base}/${placeOfSheet(fault.sheet)}`;
		const name = sheetName(fault.sheet);
		if (!sheet?.begun) return lineOf(page, name, m.applications_fault({ code: 'not_begun' }));
		if (fault.code === 'empty') return lineOf(page, name, m.applications_fault({ code: fault.code }));
		const words = wordsWithPlace(fault as Fault, fieldAt(sheet.definition, fault.path));
		return lineOf(`${page}#${placeOf(fault.path)}`, name, words);
	});
	return lines.filter(({ text }, index) => lines.findIndex((line) => line.text === text) === index);
}

function lineOf(href: string, sheet: string, words: string): FaultLine {
	return { href, text: m.applications_fault_at({ sheet, words }) };
}
