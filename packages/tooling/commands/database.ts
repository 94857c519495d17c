import path from 'node:path';
import { startEmbedded } from '@stazhirovka/db/embedded';
import { migrate } from '@stazhirovka/db/migrate';
import { requireWritable, type Settings } from './settings.ts';
import { databaseTrouble, Trouble } from './trouble.ts';

export type OpenDatabase = {
	url: string;
	/** Stops the embedded server; a server of somebody else's is left alone. */
	close(): void;
};

/** Starts the embedded server when no other is given, and brings the database up to the code. */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<OpenDatabase> {
	requireWritable(dataDir);
	const database = databaseUrl ? { url: databaseUrl, close: () => undefined } : await openEmbedded(dataDir);

	try {
		await migrate(database.url);
		return database;
	} catch (error) {
		database.close();
		throw databaseTrouble(error, database.url);
	}
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
	const folder = path.join(dataDir, 'postgres');
	try {
		const server = await startEmbedded({ dataDir: folder });
		if (server.dataDir !== folder)
			console.log(
				`Системный пользователь базы данных не может войти в ${dataDir}, поэтому она лежит в ${server.dataDir}.`
			);
		// However the process ends, short of a kill -9, the server ends with it.
		process.once('exit', server.stop);
		return { url: server.url(), close: server.stop };
	} catch (error) {
		const reason = (error as Error).message;
		throw new Trouble(`Встроенная база данных в папке ${folder} не запустилась: ${reason}`);
	}
}
