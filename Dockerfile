# Build: everything needed to compile, nothing of it in the image that runs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY nest-cli.json tsconfig.json ./
COPY src ./src
COPY web ./web
COPY docs/openapi ./docs/openapi
RUN npm run build

FROM node:20-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:20-bookworm-slim
ENV NODE_ENV=production PORT=3000 FILES_DIR=/var/lib/espace-famille/files MAIL_DIR=/var/lib/espace-famille/mail
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/web/dist ./web/dist
COPY config/calendars ./config/calendars
COPY package.json ./
RUN mkdir -p /var/lib/espace-famille && chown node:node /var/lib/espace-famille
USER node
VOLUME /var/lib/espace-famille
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node receives SIGTERM itself and finishes what is in flight.
CMD ["node", "dist/main.js"]
