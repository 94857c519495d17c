import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { isFree } from '@stazhirovka/db/embedded';
import { ROOT } from '../root.ts';
import { Trouble } from './trouble.ts';

export type Settings = {
	host: string;
	port: number;
	dataDir: string;
	/** Absent when the database is the embedded one. */
	databaseUrl: string | undefined;
};

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What the environment asks for. Throws `Trouble` when it asks for the impossible. */
export function readSettings(environment = process.env): Settings {
	const { HOST, PORT, DATA_DIR, DATABASE_URL } = environment;
	return {
		host: HOST || '127.0.0.1',
		port: readPort(PORT || '3000'),
		dataDir: path.resolve(ROOT, DATA_DIR || '.data'),
		databaseUrl: readDatabaseUrl(DATABASE_URL)
	};
}

/** Demonstration people sign in without a password, so they exist only where nobody else can reach them. */
export function isDemonstration({ host, databaseUrl }: Settings): boolean {
	return databaseUrl === undefined && LOOPBACK.includes(host);
}

/** The address of the service as its own pages reach it. */
export function ownAddress(host: string, port: number): string {
	if (host === '0.0.0.0' || host === 'localhost') return `http://127.0.0.1:${port}`;
	if (host === '::') return `http://[::1]:${port}`;
	return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

export async function requireFreePort({ host, port }: Settings): Promise<void> {
	if (await isFree(port, host)) return;
	throw new Trouble(
		`Адрес ${host}:${port} занят или недоступен: освободите его или задайте другой порт, например PORT=${port + 1}.`
	);
}

export function requireWritable(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.W_OK | constants.X_OK);
	} catch {
		throw new Trouble(
			`В папку ${folder} нельзя писать: исправьте права или задайте другую папку в DATA_DIR.`
		);
	}
}

function readPort(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Trouble(`PORT должен быть числом от 1 до 65535, а задан «${text}».`);
}

function readDatabaseUrl(text: string | undefined): string | undefined {
	if (!text) return undefined;
	if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
	throw new Trouble('DATABASE_URL должен иметь вид postgres://имя:пароль@узел:порт/база.');
}
