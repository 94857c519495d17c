import { cleanName } from '../files/index.ts';

/** «Приказ № 12-о.pdf»; a slash in a number is no folder. */
export function fileName(parts: (string | null)[], extension: string): string {
	const stem = parts
		.filter(Boolean)
		.join(' ')
		.replace(/[/\\:]/g, '-');
	return cleanName(`${stem}.${extension}`);
}
