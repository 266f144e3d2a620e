/** n8n's own REST API, as its editor uses it, for one signed-in user. */
export class N8nRest {
	private cookie = '';

	constructor(readonly url: string) {}

	/** Signs in as the owner, who is set up first on a new instance. */
	async signIn(owner: Owner): Promise<void> {
		const { userManagement } = await this.request<Settings>('GET', '/settings');
		if (userManagement.showSetupOnFirstLoad) {
			await this.request('POST', '/owner/setup', { ...owner, firstName: 'Ada', lastName: 'Demo' });
		} else {
			const { email, password } = owner;
			await this.request('POST', '/login', { emailOrLdapLoginId: email, password });
		}
	}

	/** The cookie that a browser needs to be signed in, as `name=value`. */
	get sessionCookie(): string {
		return this.cookie;
	}

	/** Sends a request below `/rest` and gives the `data` of the answer. */
	async request<T = unknown>(method: string, path: string, body?: object): Promise<T> {
		const response = await this.send(method, path, body);
		const { data } = (await response.json()) as { data: T };
		return data;
	}

	/** Gets what is not JSON, such as the contents of a file. */
	async download(path: string): Promise<Buffer> {
		const response = await this.send('GET', path);
		return Buffer.from(await response.arrayBuffer());
	}

	private async send(method: string, path: string, body?: object): Promise<Response> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: { cookie: this.cookie, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		if (!response.ok) {
			throw new Error(`${method} /rest${path}: ${response.status} ${await response.text()}`);
		}
		const [cookie] = response.headers.getSetCookie();
		if (cookie) [this.cookie] = cookie.split(';');
		return response;
	}
}

export interface Owner {
	email: string;
	password: string;
}

interface Settings {
	userManagement: { showSetupOnFirstLoad: boolean };
}
