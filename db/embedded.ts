import { serverAccount } from './embedded/account.ts';
import { prepareBinaries } from './embedded/binaries.ts';
import { prepareCluster } from './embedded/cluster.ts';
import { claim, isClaimed, release } from './embedded/owner.ts';
import { findSurvivor, launch, stop, type Settings } from './embedded/server.ts';

export { freePort, isFree } from './embedded/port.ts';

export type EmbeddedOptions = {
	/** The folder of the data files. Made when missing. */
	dataDir: string;
	/** Server settings beside our own, as in postgresql.conf. */
	settings?: Settings;
};

export type EmbeddedServer = {
	/** Where the data are: as asked, or under /var/tmp when the lent account cannot reach that. */
	dataDir: string;
	/** The connection string of one database on this server. */
	url(database?: string): string;
	/** Stops the server, once, unless another living process of ours uses it. */
	stop(): void;
};

/**
 * Starts a real PostgreSQL on 127.0.0.1 from the npm binaries, or attaches to the one
 * that outlived our previous process on the same data folder.
 */
export async function startEmbedded({ dataDir, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
	const account = serverAccount();
	const binaries = prepareBinaries(account);
	const cluster = prepareCluster(binaries, account, dataDir);

	const survivor = await findSurvivor(cluster);
	const port = survivor ?? (await launch(cluster, settings));

	let ours = survivor === undefined || !isClaimed(cluster.dataDir);
	if (ours) claim(cluster.dataDir);

	return {
		dataDir: cluster.dataDir,
		url: (database = 'postgres') => `postgres://app:${cluster.password}@127.0.0.1:${port}/${database}`,
		stop() {
			if (!ours) return;
			ours = false;
			stop(cluster);
			release(cluster.dataDir);
		}
	};
}

/** Stops a server whose owner died without stopping it. False when somebody still uses it. */
export function stopAbandoned(dataDir: string): boolean {
	if (isClaimed(dataDir)) return false;

	const account = serverAccount();
	stop(prepareCluster(prepareBinaries(account), account, dataDir));
	return true;
}
