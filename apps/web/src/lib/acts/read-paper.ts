import type { Reference } from '@stazhirovka/contract/sites';
import { textOf } from '#lib/server/form-text.ts';

/** The fields of <PaperFields> as they were typed; null where neither a number nor a day was. */
export function readPaper(data: FormData, name: string): Reference | null {
	const of = (part: string) => textOf(data, `${name}.${part}`);
	return of('number') || of('date') ? { body: of('body'), number: of('number'), date: of('date') } : null;
}
