"""A FastAPI application that knows no path of its own."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health():
    return "fine"
