@echo off
rem The same targets as the Makefile, for Windows.
setlocal
cd /d %~dp0
if "%PYTHON%"=="" set PYTHON=py -3
set BIN=.venv\Scripts

if "%1"=="" goto help
if "%1"=="help" goto help
if "%1"=="clean" goto clean

if not exist %BIN%\python.exe (
  %PYTHON% -m venv .venv || exit /b 1
  %BIN%\python -m pip install --quiet --upgrade "pip>=25.1" || exit /b 1
)
if not exist .venv\.reader (
  %BIN%\python -m pip install --quiet --editable . || exit /b 1
  type nul > .venv\.reader
)

if "%1"=="reader" (
  %BIN%\course-reader build html pdf && echo Open _build\html\index.html in a browser; the packs are in _build\pdf.
  exit /b
)
if "%1"=="html" (
  %BIN%\sphinx-build -b html -c conf -d _build\.doctrees\html %SPHINXOPTS% . _build\html
  exit /b
)
if "%1"=="pdf" (
  %BIN%\course-reader build pdf
  exit /b
)
if "%1"=="epub" (
  %BIN%\course-reader build epub
  exit /b
)
if "%1"=="serve" (
  %BIN%\course-reader serve --open
  exit /b
)
if "%1"=="check" (
  %BIN%\course-reader check
  exit /b
)
if "%1"=="test" (
  %BIN%\python -m pip install --quiet --group test || exit /b 1
  %BIN%\python tests\browser\find_browser.py
  %BIN%\python -m pytest
  exit /b
)
echo Unknown target: %1

:help
echo make reader   build the shipped reader into _build (sets up .venv the first time)
echo make html     the pages only, with sphinx-build
echo make pdf      the printed packs, with glosses in the margin
echo make epub     the reader as an EPUB
echo make serve    preview and annotate the reader in a browser
echo make check    list problems in articles and entries
echo make test     run all tests
echo make clean    delete the build
exit /b

:clean
if exist _build rmdir /s /q _build
