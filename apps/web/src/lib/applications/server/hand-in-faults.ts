import { getApplicationSheet, type Application } from '@stazhirovka/contract/applications';
import type { Call, CallRefusal } from '@stazhirovka/contract/client';
import type { Fault, FormDefinition } from '@stazhirovka/domain/forms';
import type { HandInFault } from '@stazhirovka/domain/sites';
import { wordsWithPlace } from '#lib/forms/fault-words.ts';
import { fieldAt } from '#lib/forms/kinds.ts';
import { placeOf } from '#lib/forms/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { placeOfSheet } from '../words.ts';

export type FaultLine = { href: string; text: string };
type SheetKind = Application['sheets'][number]['kind'];

/** What stops an application from being handed in, in words, each leading to its place on its sheet. */
export async function handInFaults(call: Call, id: string, refusal: CallRefusal): Promise<FaultLine[]> {
	const told = refusal.problem.details?.faults;
	const faults = Array.isArray(told) ? (told as HandInFault[]) : [];
	const kinds = [...new Set(faults.flatMap(({ sheet }) => (sheet === 'site' ? [] : [sheet])))];
	const definitions = new Map(await Promise.all(kinds.map((kind) => definitionOf(call, id, kind))));
	return faults.map((fault) => toLine(id, fault, definitions));
}

async function definitionOf(call: Call, id: string, sheet: SheetKind) {
	const answer = await call(getApplicationSheet, { params: { id, sheet } });
	return [sheet, answer.ok ? (answer.value.definition as FormDefinition) : null] as const;
}

function toLine(
	id: string,
	fault: HandInFault,
	definitions: Map<SheetKind, FormDefinition | null>
): FaultLine {
	const base = `/applications/${id}`;
	if (fault.sheet === 'site') {
		const words = m.applications_fault({ code: fault.code });
		return { href: `${base}/site`, text: inside(m.applications_sheet_site(), words) };
	}
	const definition = definitions.get(fault.sheet);
	const place = `${base}/${placeOfSheet(fault.sheet)}`;
	const words =
		fault.code === 'empty'
			? m.applications_fault({ code: fault.code })
			: wordsWithPlace(fault as Fault, definition ? fieldAt(definition, fault.path) : undefined);
	return {
		href: fault.path ? `${place}#${placeOf(fault.path)}` : place,
		text: inside(definition?.title ?? '', words)
	};
}

function inside(sheet: string, words: string): string {
	return sheet ? m.applications_fault_at({ sheet, words }) : words;
}
