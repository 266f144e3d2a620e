// Loaded into n8n: when the process that started it is gone, however it ended, n8n stops too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
