# One image for every node of a mall: SERVICES and the other variables decide what it runs.
# The version is that of package.json's `node`; tests/deploy.test.ts compares them.
FROM node:24.21.0-trixie-slim AS base
WORKDIR /mall

# Why no scripts: none of the libraries needs one but `node`, which would bring itself a second time.
FROM base AS libraries
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error

# The pages of the mall and the console. What only builds them is not taken along.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN node scripts/build.ts && rm -rf node_modules web-mall web-admin

FROM base
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    DATA_DIR=/data \
    METRICS_HOST=0.0.0.0 \
    METRICS_PORT=9464 \
    LOG_FORMAT=json
COPY --from=libraries /mall/node_modules node_modules
COPY --from=build /mall ./
RUN install -d -o node -g node /data
# Nothing else is written but what lies in /tmp: the root may be read-only.
VOLUME /data
# By number, so that Kubernetes sees that it isn't root.
USER 1000:1000
EXPOSE 3000 9464
# Whether this node serves, on the operator's port: nodes without a gateway have no other.
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The arguments of `npm start`; node itself is the first process and hears SIGTERM.
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=50", "scripts/start.ts", "--as-built"]
