"""How fast is the app, next to an empty Streamlit page on the same machine in the same run?"""
