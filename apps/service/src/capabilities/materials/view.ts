import type { BankMaterial } from '@stazhirovka/contract/materials';
import { shortName } from '@stazhirovka/domain/certificates';
import { MATERIAL_KINDS } from '@stazhirovka/domain/materials';
import type { MaterialRow } from './store.ts';

export function toMaterial(row: MaterialRow, programmes: ReadonlyMap<string, string[]>): BankMaterial {
	const { siteId: _, addedBy, addedAt, putAwayAt, ...material } = row;
	return {
		...material,
		kind: MATERIAL_KINDS.find((kind) => kind === row.kind) ?? 'memo',
		addedBy: addedBy && shortName(addedBy),
		addedAt: addedAt.toISOString(),
		putAwayAt: putAwayAt?.toISOString() ?? null,
		programmes: programmes.get(row.file.id) ?? []
	};
}
