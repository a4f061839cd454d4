export async function papers() {}
