import { aliasOf } from '@stazhirovka/domain/final-works';

/** Nobody learns whose draft it is: the same rule of aliases as where a programme hides its authors (blindness). */
export function draftName(draftId: string): string {
	return `Черновик ${aliasOf(draftId)}`;
}

export function readerName({ number }: { number: number }): string {
	return `Читатель ${number}`;
}
