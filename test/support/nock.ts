import nock from 'nock';

// A request that no test expects fails instead of leaving the machine.
beforeAll(() => nock.disableNetConnect());

afterEach(() => nock.cleanAll());

// Test files share a process, and nock patches its http module.
afterAll(() => nock.restore());
