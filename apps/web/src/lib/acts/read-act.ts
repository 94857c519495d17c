import type { CallRefusal } from '@stazhirovka/contract/client';
import type { GivenAct } from '@stazhirovka/contract/sites';
import { textOf } from '#lib/server/form-text.ts';
import type { SendFile } from '#lib/server/line.ts';
import { readScan } from './read-scan.ts';

type Read = { act: GivenAct; refused: CallRefusal | null };

/** The fields of <ActFields> as they were typed, with the pages of the scan; the service judges them. */
export async function readAct(data: FormData, send: SendFile): Promise<Read> {
	const { scan, refused } = await readScan(data, send);
	const act = {
		kind: textOf(data, 'actKind') as GivenAct['kind'],
		number: textOf(data, 'actNumber').replace(/^\s*№\s*/, ''),
		signedOn: textOf(data, 'signedOn'),
		issuer: textOf(data, 'actIssuer'),
		title: textOf(data, 'actTitle'),
		known: data.get('actKnown') === 'on',
		scan
	};
	return { act, refused };
}
