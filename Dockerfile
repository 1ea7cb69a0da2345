# One image for every role: `docker run warraq producer …`, `worker`, `sink`, `run`.
ARG SWIFT_VERSION=6.3.1
ARG DEBIAN=bookworm

FROM swift:${SWIFT_VERSION}-${DEBIAN} AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzmq3-dev libsodium-dev libsqlite3-dev libmimalloc-dev \
        pkg-config dpkg-dev \
    && rm -rf /var/lib/apt/lists/*
# Debian's libxml2 brings ICU, 36 MB that nothing here calls: its own source, built without, and linked statically.
RUN sed -i 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources 2>/dev/null \
    || sed -i 's/^deb /deb-src /' /etc/apt/sources.list \
    && apt-get update \
    && cd /usr/local/src \
    && apt-get source libxml2 \
    && cd libxml2-* \
    && CC=clang CFLAGS='-O2 -ffunction-sections -fdata-sections' ./configure --prefix=/usr/local --disable-shared \
        --without-icu --without-python --without-lzma --without-zlib --without-http --without-ftp --without-modules \
    && make -j"$(nproc)" ACLOCAL=: AUTOCONF=: AUTOMAKE=: AUTOHEADER=: libxml2.la \
    && make ACLOCAL=: AUTOCONF=: AUTOMAKE=: AUTOHEADER=: install-libLTLIBRARIES install-pkgconfigDATA \
    && make -C include ACLOCAL=: AUTOCONF=: AUTOMAKE=: AUTOHEADER=: install \
    && rm -rf /usr/local/src/* /var/lib/apt/lists/*
WORKDIR /src
# The dependencies are fetched again only when the manifest changes.
COPY Package.swift ./
RUN swift package resolve
COPY Benchmarks Benchmarks
COPY Tests Tests
COPY Sources Sources
RUN swift build -c release --static-swift-stdlib --product warraq \
    && install -D -s .build/release/warraq /out/warraq

FROM debian:${DEBIAN}-slim AS system
RUN apt-get update \
    && apt-get install -y --no-install-recommends libzmq5 libsqlite3-0 libmimalloc2.0 \
    && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*
RUN groupadd --gid 10001 warraq \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin warraq \
    && install -d -o warraq -g warraq /data /reports \
    && install -d -o warraq -g warraq -m 700 /keys \
    && install -d -o warraq -g warraq -m 700 /share/all /share/producer /share/sink /share/worker /share/client
# What nothing here runs or reads: the package manager and what it takes, perl, logins, manuals, translations, foreign
# character sets; and nothing is left that runs as another user than who starts it.
RUN dpkg --purge --force-depends --force-remove-essential apt libapt-pkg6.0 libgnutls30 libhogweed6 libnettle8 \
        libp11-kit0 libidn2-0 libunistring2 libtasn1-6 libssl3 libgcrypt20 gpgv libdb5.3 adduser ca-certificates \
        openssl e2fsprogs logsave libext2fs2 login passwd libsemanage2 libsemanage-common libsepol2 debconf perl-base \
        2>/dev/null \
    && find /usr/share/doc -mindepth 2 ! -name copyright -delete \
    && rm -rf /usr/share/man /usr/share/info /usr/share/locale /usr/share/lintian /usr/share/bash-completion \
        /usr/share/zoneinfo/right /usr/lib/*/gconv /var/lib/dpkg/info/*.symbols /var/cache/* /var/log/* /tmp/* \
    && find / -xdev -type f -perm /6000 -exec chmod a-s {} +

# What was removed is gone for good only in a layer of its own.
FROM scratch
COPY --from=system / /
COPY --from=build /out/warraq /usr/local/bin/warraq
COPY Deploy/container/share-keys /usr/local/bin/share-keys
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER 10001:10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["warraq"]
CMD ["--help"]
