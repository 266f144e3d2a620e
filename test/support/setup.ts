import { configureGlobalAxiosDefaults } from '@n8n/backend-network';

// As n8n does when it starts.
configureGlobalAxiosDefaults();
