import type { SummaryRecords } from '@stazhirovka/contract/summaries';
import type { Span } from '@stazhirovka/domain/indicators';
import type { MeasureKey, SummaryDefinition } from '@stazhirovka/domain/summaries';
import { isId } from '@stazhirovka/domain/ids';
import type { Ctx } from '../../shell/context.ts';
import type { Places } from '../monitoring/index.ts';

export type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What is asked of one number: the places and the days of its row and column. */
export type Asked = {
	definition: SummaryDefinition;
	/** Without it: all rows together. */
	row?: string | undefined;
	measure: MeasureKey;
	places: Places;
	period: Span;
	after?: string | undefined;
};

/** What stands behind a number, page by page. */
export type Behind = Pick<SummaryRecords, 'cohorts' | 'records' | 'schools' | 'next'>;

export const NOTHING: Behind = { cohorts: [], records: [], schools: [], next: null };

export const PAGE = 50;

/** What is not a cursor of ours begins from the top. */
export function cursorOf(after: string | undefined): string | null {
	return after !== undefined && isId(after) ? after : null;
}

export function nextOf(rows: { id: string }[]): string | null {
	return rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null;
}
