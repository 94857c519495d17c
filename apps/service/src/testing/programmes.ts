import { importProgramme } from '../capabilities/programmes/commands/import-programme.ts';
import { publishProgramme } from '../capabilities/programmes/commands/publish-programme.ts';
import type { Ctx } from '../shell/context.ts';

/** A programme from its file, published by its author's own commands; answers with the version. */
export async function publishFile(ctx: Ctx, file: unknown): Promise<string> {
	const id = await importProgramme(ctx, file);
	await publishProgramme(ctx, id);
	return id;
}
