import type { SummaryChoices, SummaryTable } from '@stazhirovka/contract/summaries';
import {
	arrange,
	measureOf,
	spansOf,
	spanTitle,
	type Measure,
	type SummaryDefinition,
	type SummaryThing
} from '@stazhirovka/domain/summaries';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { reckonedAt, scopeOf, type Places } from '../monitoring/index.ts';
import { placesFor } from './access.ts';
import { countSummary } from './counting.ts';
import { pictureOf } from './picture.ts';
import * as things from './things-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The numbers of a definition for this reader: the one table that the screen, the files and the letters show. */
export async function readTable(ctx: Reader, definition: SummaryDefinition): Promise<SummaryTable> {
	const { db, now } = ctx;
	const day = today(now);
	const places = await placesFor(ctx, definition);
	const spans = spansOf(definition, day);
	const [{ counted, things }, at, scope, narrowed] = await Promise.all([
		countSummary(db, definition, { places, spans, today: day }),
		reckonedAt(db, places),
		scopeWords(ctx, places),
		narrowedWords(ctx, definition)
	]);
	/** Schools are counted as they are asked for, nothing of them is stored. */
	const countedAt = definition.subject === 'school' ? now() : at;
	const table = arrange(definition, { spans, things, counted });
	return {
		...table,
		...{ definition, scope, narrowed, at: countedAt?.toISOString() ?? null },
		spans: spans.map((span) => ({ ...span, title: spanTitle(span) })),
		measures: definition.measures.map((key) => toMeasure(measureOf(key))),
		picture: pictureOf(definition, table)
	};
}

export function toMeasure({
	key,
	title,
	formula,
	source,
	unit,
	told
}: Measure): SummaryTable['measures'][number] {
	return { key, title, formula, source, unit, told };
}

/** What a summary may be narrowed to. */
export async function readChoices(ctx: Reader): Promise<SummaryChoices> {
	const places: Places = await scopeOf(ctx);
	const asked = { places, spans: [{ from: '2000-01-01', to: '2999-12-31' }] };
	const { sitesOf, municipalitiesOf, regulationsOf, programmesOf } = things;
	const [sites, municipalities, regulations, programmes] = await Promise.all(
		[sitesOf, municipalitiesOf, regulationsOf, programmesOf].map(async (read) =>
			(await read(ctx.db, asked)).map(toChoice)
		)
	);
	return {
		...{ sites: sites ?? [], municipalities: municipalities ?? [] },
		...{ regulations: regulations ?? [], programmes: programmes ?? [] }
	};
}

function toChoice({ key, title, note }: SummaryThing): SummaryChoices['sites'][number] {
	return { value: key, title, note };
}

const NAMED = 3;

async function scopeWords({ db }: Reader, places: Places): Promise<string> {
	if (places.everywhere) return 'все регионы';
	const names = await things.namesOfScope(db, places);
	const more = names.length - NAMED;
	return [...names.slice(0, NAMED), ...(more > 0 ? [`и ещё ${more}`] : [])].join(', ');
}

const FILTER_WORDS = {
	sites: 'Площадки',
	municipalities: 'Муниципалитеты',
	regulations: 'Положения',
	programmes: 'Программы'
} as const;
const FILTERS = Object.keys(FILTER_WORDS) as (keyof typeof FILTER_WORDS)[];

/** «Муниципалитеты: Всеволожский, Приозёрский». Only what this reader may open is named. */
async function narrowedWords(ctx: Reader, { filters }: SummaryDefinition): Promise<string[]> {
	const chosen = FILTERS.filter((kind) => filters[kind].length > 0);
	if (chosen.length === 0) return [];
	const choices = await readChoices(ctx);
	return chosen.map((kind) => {
		const titles = choices[kind].filter(({ value }) => filters[kind].includes(value));
		return `${FILTER_WORDS[kind]}: ${titles.map(({ title }) => title).join(', ') || 'нет среди ваших'}`;
	});
}
