internal static class Empty
{
}
