import type { CallRefusal } from '@stazhirovka/contract/client';
import type { SendFile } from '#lib/server/line.ts';

type Read = { scan: string[]; refused: CallRefusal | null };

/**
 * The pages of <ScanField>: those that are stored already, then those that came with the form itself where there is no
 * script; the first refusal is told.
 */
export async function readScan(data: FormData, send: SendFile): Promise<Read> {
	const scan = data.getAll('scan').filter((id) => typeof id === 'string');
	const files = data.getAll('scanFiles').filter((file) => file instanceof File && file.size > 0) as File[];
	let refused: CallRefusal | null = null;
	for (const file of files) {
		const told = await send(file, {});
		if (told.ok) scan.push(told.value.id);
		else refused ??= told.refusal;
	}
	return { scan, refused };
}
