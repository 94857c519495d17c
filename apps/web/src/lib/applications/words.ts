import type { Application, ApplicationLine, Opening } from '@stazhirovka/contract/applications';
import type { Tone } from '@stazhirovka/ui';
import { m } from '#lib/paraglide/messages.js';
import { dayText } from '#lib/shell/dates.ts';

type State = Application['state'];

const TONES: Partial<Record<State, Tone>> = {
	draft: 'open',
	returned: 'need',
	granted: 'done',
	declined: 'late',
	withdrawn: 'plain'
};

export function stateWords(state: State, direct = false): string {
	return direct && state === 'complete' ? m.applications_direct_state() : m.applications_state({ state });
}

/** What a state tells the author; whoever keeps the register is needed while completeness is to be checked. */
export function stateTone(state: State, keeper = false): Tone {
	if (keeper && state === 'submitted') return 'need';
	if (keeper && state === 'returned') return 'waiting';
	return TONES[state] ?? 'waiting';
}

/** What stands next, in words, for the list of whoever keeps the register; a negative expertise leaves no step. */
export function nextWords({ state, due }: Pick<ApplicationLine, 'state' | 'due'>): string {
	const waits = { returned: 'applicant', reviewed: 'decision' } as Partial<Record<State, string>>;
	return m.applications_next({ step: due ?? waits[state] ?? 'nothing' });
}

/** When applications are taken: an open window, the next one, or none. */
export function windowWords(window: Opening['window']): string {
	if (!window) return m.applications_any_day();
	const { open, next } = window;
	const days = open ?? next;
	if (!days) return m.applications_window_none();
	const words = { from: dayText(days.opensOn), to: dayText(days.closesOn) };
	return open ? m.applications_window_open(words) : m.applications_window_next(words);
}

type SheetKind = Application['sheets'][number]['kind'];

/** Where a sheet stands, relative to its application. */
const PLACES: Record<SheetKind, string> = {
	application: 'form',
	programme: 'programme',
	eligibility: 'eligibility',
	approval: 'approval'
};

export function placeOfSheet(kind: SheetKind): string {
	return PLACES[kind];
}

export function sheetAt(place: string): SheetKind | null {
	const found = (Object.keys(PLACES) as SheetKind[]).find((kind) => PLACES[kind] === place);
	return found ?? null;
}

export function sheetName(kind: SheetKind): string {
	return m.applications_sheet_name({ kind });
}

/** How far a sheet is, in words. */
export function filledWords({ answered, total, savedAt }: Application['sheets'][number]): string {
	if (!savedAt) return m.applications_sheet_empty();
	if (answered === total) return m.applications_sheet_whole();
	return m.applications_sheet_filled({ answered, total });
}
