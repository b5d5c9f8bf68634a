# The App: the npm package, and git, which writes the wiki. It runs as an ordinary user, on a root that is read-only.
FROM node:24-alpine AS package
WORKDIR /source
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN npm run --silent package

FROM node:24-alpine
RUN apk add --no-cache git
COPY --from=package /source/dist/npm /relcomms
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "/relcomms/dist/app/index.js"]
