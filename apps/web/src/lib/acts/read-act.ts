import type { GivenAct } from '@stazhirovka/contract/sites';
import { textOf } from '#lib/server/form-text.ts';

/** The fields of <ActFields> as they were typed; the service judges them. */
export function readAct(data: FormData): GivenAct {
	return {
		kind: textOf(data, 'actKind') as GivenAct['kind'],
		number: textOf(data, 'actNumber').replace(/^\s*№\s*/, ''),
		signedOn: textOf(data, 'signedOn'),
		issuer: textOf(data, 'actIssuer'),
		title: textOf(data, 'actTitle'),
		known: data.get('actKnown') === 'on'
	};
}
