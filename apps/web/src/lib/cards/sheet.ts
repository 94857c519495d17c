import type { FormSheet } from '@stazhirovka/contract/forms';
import type { Answer, FormDefinition } from '@stazhirovka/domain/forms';

/** The contract's sheet in the words of the domain: what is in it was checked against its definition when it was saved. */
export type Sheet = Omit<FormSheet, 'definition' | 'answer'> & { definition: FormDefinition; answer: Answer };

export function toSheet(sheet: FormSheet): Sheet {
	return sheet as Sheet;
}
