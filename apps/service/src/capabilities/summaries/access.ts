import { faultsOf, type SummaryDefinition } from '@stazhirovka/domain/summaries';
import * as contract from '@stazhirovka/contract/summaries';
import type { Ctx } from '../../shell/context.ts';
import { faulty, missing } from '../../shell/errors.ts';
import { scopeOf, type Places } from '../monitoring/index.ts';
import * as store from './store.ts';

type Reader = Pick<Ctx, 'db' | 'actor'>;

/** What a definition counts for this reader: of the own regions or sites, what it was narrowed to. */
export async function placesFor(ctx: Reader, { filters }: SummaryDefinition): Promise<Places> {
	return { ...(await scopeOf(ctx)), only: filters };
}

/** A definition that came in an address. */
export function writtenDefinition(written: string): SummaryDefinition {
	const read = contract.SummaryDefinition.safeParse(parsed(written));
	return read.success ? allowed(read.data) : faulty('summary.unreadable', { field: 'definition' });
}

/** Stops a definition that means nothing. */
export function allowed(definition: SummaryDefinition): SummaryDefinition {
	const faults = faultsOf(definition);
	if (faults.length) faulty('summary.faulty', { faults });
	return definition;
}

function parsed(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return null;
	}
}

/**
 * The door to a kept summary: for its owner, and for whom it is shown, as long as there is anything that they may count.
 * Only what to count is shared: each reader gets the numbers of the own sites.
 */
export async function enterSummary(ctx: Reader, id: string): Promise<store.SummaryRow & { own: boolean }> {
	const row = (await store.findSummary(ctx.db, id, await readerOf(ctx))) ?? missing('summary');
	return { ...row, own: row.ownerId === ctx.actor.personId };
}

/** Who reads, with where that person may count anything. Whoever may count nothing is told that there is nothing. */
export async function readerOf(ctx: Reader): Promise<store.Reader> {
	const { everywhere, regionIds, siteIds } = await scopeOf(ctx);
	return { personId: ctx.actor.personId, everywhere, regionIds, siteIds };
}

/** The same for whoever may change it. */
export async function enterOwnSummary(ctx: Reader, id: string): Promise<store.SummaryRow> {
	const { own, ...row } = await enterSummary(ctx, id);
	return own ? row : missing('summary');
}
