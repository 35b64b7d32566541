# Everything that a clean Debian machine with Swift 6.3 needs: `make run`, `make test`.

PACKAGES := libopenblas-dev liblapacke-dev libboost-dev libnlopt-dev libarchive-dev \
	zlib1g-dev libxlsxwriter-dev
RELEASE := swift build -c release --static-swift-stdlib --product corridor --scratch-path .build/static
PEERS := .build/benchmarks
SOURCES := Package.swift Sources Datasets Plugins Snippets Tests Benchmarks/Regression Benchmarks/LearnPrior \
  Benchmarks/ChooseDesign

# Where the data of the competitions and of world trade are, which the project does not hold.
BENCHMARKS ?= ../shared/benchmarks

.PHONY: setup run test release design prior bench bench-regression bench-accuracy bench-peers bench-flows \
  bench-report picture install notebooks format lint docs

# Installs the missing system packages; says nothing when there are none.
setup:
	@missing=; for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing"; \
	  root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	  $$root apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$missing; fi

# Leaves .build/release/corridor, a program that needs no Swift on the machine it runs on.
release: setup
	@$(RELEASE) >&2
	@mkdir -p .build/release && cp -f .build/static/release/corridor .build/release/corridor

run: release
	@.build/release/corridor report

test: setup
	swift build --build-tests
	swift test --skip-build

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

bench: release
	python3 Benchmarks/start_up.py .build/release/corridor

# Regression beside numpy, statsmodels and pyfixest, which are installed into .build/benchmarks.
bench-regression: release $(PEERS)/installed
	$(subst --product corridor,--product regression-benchmark,$(RELEASE))
	@status=0; \
	$(PEERS)/bin/python3 Benchmarks/regression.py .build/static/release/regression-benchmark || status=1; \
	$(PEERS)/bin/python3 Benchmarks/gravity_speed.py .build/release/corridor || status=1; \
	$(PEERS)/bin/python3 Benchmarks/streaming.py .build/release/corridor || status=1; \
	exit $$status

# Forecasts beside the goals set for them; PEERS' numpy scores them.
bench-accuracy: release $(PEERS)/installed
	$(PEERS)/bin/python3 $(BENCHMARKS)/accuracy.py .build/release/corridor \
	  $(BENCHMARKS)/goals.csv $(BENCHMARKS)

# The speed of forecasts beside statsforecast and, where it is installed, R.
bench-peers: release $(PEERS)/installed
	@status=0; \
	for speed in panel ets theta; do \
	  $(PEERS)/bin/python3 Benchmarks/$${speed}_speed.py .build/release/corridor $(BENCHMARKS)/m3 \
	    || status=1; done; \
	if command -v Rscript >/dev/null; then \
	  $(PEERS)/bin/python3 Benchmarks/arima_speed.py .build/release/corridor $(BENCHMARKS)/m3 1 40 \
	    || status=1; fi; \
	exit $$status

# Compares the designs of the method auto inside the training parts, and says which is chosen.
design: setup
	swift build -c release --product choose-design
	gunzip --stdout $(BENCHMARKS)/world_trade/training.csv.gz > .build/training.csv
	.build/release/choose-design .build/training.csv $(BENCHMARKS)/m3

# Totals of files of trade flows beside DuckDB and polars.
bench-flows: release $(PEERS)/installed
	$(PEERS)/bin/python3 Benchmarks/flows_speed.py .build/release/corridor

# The time that reports take in each format, and 200 of them from one file.
bench-report: release
	python3 Benchmarks/report_speed.py .build/release/corridor

# The picture of the README, drawn by the program.
picture: release
	.build/release/corridor forecast kz-vn --from 2010 --horizon 3 -o Sources/Corridor/Corridor.docc/Resources/forecast.svg

# The program, its manual page and completions under PREFIX.
PREFIX ?= /usr/local
install: release
	install -D .build/release/corridor $(DESTDIR)$(PREFIX)/bin/corridor
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	.build/release/corridor --man > $(DESTDIR)$(PREFIX)/share/man/man1/corridor.1
	.build/release/corridor --completions bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/corridor
	.build/release/corridor --completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_corridor
	.build/release/corridor --completions fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/corridor.fish

# Learns the priors of the method auto anew.
prior: setup
	swift build -c release --product learn-prior
	gunzip --stdout $(BENCHMARKS)/world_trade/training.csv.gz > .build/training.csv
	.build/release/learn-prior .build/training.csv 10 > .build/prior-trade.csv
	.build/release/learn-prior $(BENCHMARKS)/m3/m3_yearly_train.csv 10 > .build/prior-general.csv
	cp .build/prior-trade.csv .build/prior-general.csv Sources/TradeSeries/

$(PEERS)/installed: Benchmarks/requirements.txt
	python3 -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --requirement Benchmarks/requirements.txt
	@touch $@

# Runs the notebooks from the top and stores what they show; NOTEBOOKS=--check compares instead.
notebooks: release
	Notebooks/run $(NOTEBOOKS)

# The documentation of every module as a site in .build/docs; a dead link is an error.
docs: setup
	@rm -rf .build/docs && mkdir -p .build/docs .build/symbols/graphs
	swift build --scratch-path .build/symbols --target Corridor \
	  -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc .build/symbols/graphs
	@for module in TradeTables TradeNumerics TradeSeries TradeFlows TradeReport TradeDatasets Corridor; do \
	  rm -rf .build/symbols/one/$$module && mkdir -p .build/symbols/one/$$module; \
	  cp .build/symbols/graphs/$$module*.symbols.json .build/symbols/one/$$module/; \
	  catalogue=; [ $$module != Corridor ] || catalogue=Sources/Corridor/Corridor.docc; \
	  docc convert $$catalogue --additional-symbol-graph-dir .build/symbols/one/$$module \
	    --fallback-display-name $$module --fallback-bundle-identifier org.corridor.$$module \
	    --transform-for-static-hosting --hosting-base-path $$module --warnings-as-errors \
	    --output-path .build/docs/$$module || exit 1; done
	@echo "Documentation in .build/docs"
