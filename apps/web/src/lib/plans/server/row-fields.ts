import { numberOf } from '#lib/server/form-number.ts';
import { textOf, textOrNull } from '#lib/server/form-text.ts';

const CELL = 'cells.';

/** What `RowFields` sends. */
export function rowOf(data: FormData) {
	const said = (name: string) => textOf(data, name).trim();
	const cells = [...data.keys()]
		.filter((name) => name.startsWith(CELL))
		.map((name) => [name.slice(CELL.length), said(name)] as const);
	return {
		...{ title: said('title'), format: said('format'), delivery: said('delivery') },
		...{ from: textOrNull(data, 'from'), lastDay: textOrNull(data, 'lastDay') },
		...{ responsible: said('responsible'), cells: Object.fromEntries(cells) },
		isPublic: data.has('isPublic')
	};
}

/** What `ReportFields` sends, but for its files. */
export function reportOf(data: FormData) {
	const said = (name: string) => textOf(data, name).trim();
	const links = said('links').split(/\s+/).filter(Boolean);
	return {
		...{ heldOn: said('heldOn'), format: said('format'), delivery: said('delivery') },
		...{ participants: numberOf(data, 'participants'), outcome: said('outcome'), links }
	};
}
