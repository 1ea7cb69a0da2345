# One image for every role: `docker run warraq producer …`, `worker`, `sink`, `run`.
ARG SWIFT_VERSION=6.3.1
ARG DEBIAN=bookworm

FROM swift:${SWIFT_VERSION}-${DEBIAN} AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzmq3-dev libsodium-dev libsqlite3-dev pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# The dependencies are fetched again only when the manifest changes.
COPY Package.swift ./
RUN swift package resolve
COPY . ./
RUN swift build -c release --static-swift-stdlib --product warraq \
    && install -D -s .build/release/warraq /out/warraq

FROM debian:${DEBIAN}-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzmq5 libsqlite3-0 \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin \
    && groupadd --gid 10001 warraq \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin warraq \
    && install -d -o warraq -g warraq /data /reports
COPY --from=build /out/warraq /usr/local/bin/warraq
USER 10001:10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["warraq"]
CMD ["--help"]
